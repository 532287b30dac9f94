namespace MyNumber.Numbering.CorporateList;

/// <summary>One entry of the National Tax Agency's published list of corporate numbers (法人番号公表サイト), thirty columns.</summary>
/// <remarks>An absent text is the empty string. The names of the columns are those of the file's specification, in English. No row of a deleted entry (処理区分 99) was
/// at hand: its change date, kind and assignment date may be empty, as an assumption.</remarks>
public sealed class CorporateNumberRow
{
    /// <summary>Running number within the file (一連番号).</summary>
    public required long SequenceNumber { get; init; }

    /// <summary>The corporate number (法人番号).</summary>
    public required CorporateNumber CorporateNumber { get; init; }

    /// <summary>What happened (処理区分).</summary>
    public required CorporateProcess Process { get; init; }

    /// <summary>Whether the row corrects an earlier one (訂正区分).</summary>
    public required bool IsCorrection { get; init; }

    /// <summary>When the entry was updated (更新年月日).</summary>
    public required DateOnly UpdateDate { get; init; }

    /// <summary>When the change happened (変更年月日); a deleted entry may lack it.</summary>
    public required DateOnly? ChangeDate { get; init; }

    /// <summary>The name (商号又は名称).</summary>
    public required string Name { get; init; }

    /// <summary>The image that shows a name the characters cannot (商号又は名称イメージID).</summary>
    public required string NameImageId { get; init; }

    /// <summary>The kind of corporation (法人種別); a deleted entry may lack it.</summary>
    public required CorporationKind? Kind { get; init; }

    /// <summary>Prefecture (国内所在地 都道府県).</summary>
    public required string PrefectureName { get; init; }

    /// <summary>City, ward, town or village (国内所在地 市区町村).</summary>
    public required string CityName { get; init; }

    /// <summary>The rest of the address (国内所在地 丁目番地等).</summary>
    public required string StreetNumber { get; init; }

    /// <summary>The image of the address (国内所在地イメージID).</summary>
    public required string AddressImageId { get; init; }

    /// <summary>Two digits of the prefecture (都道府県コード).</summary>
    public required string PrefectureCode { get; init; }

    /// <summary>Three digits of the city (市区町村コード); with the prefecture's, a local government code without its check digit.</summary>
    public required string CityCode { get; init; }

    /// <summary>Seven digits of the postal code (郵便番号).</summary>
    public required string PostCode { get; init; }

    /// <summary>Address abroad (国外所在地).</summary>
    public required string AddressOutside { get; init; }

    /// <summary>The image of the address abroad (国外所在地イメージID).</summary>
    public required string AddressOutsideImageId { get; init; }

    /// <summary>When the registration was closed (登記記録の閉鎖等年月日), if it was.</summary>
    public required DateOnly? CloseDate { get; init; }

    /// <summary>Why it was closed (登記記録の閉鎖等の事由), if it was.</summary>
    public required CloseCause? CloseCause { get; init; }

    /// <summary>The corporate number of the successor (承継先法人番号), if there is one.</summary>
    public required CorporateNumber? SuccessorCorporateNumber { get; init; }

    /// <summary>Details of the change (変更事由の詳細).</summary>
    public required string ChangeCause { get; init; }

    /// <summary>When the number was assigned (法人番号指定年月日); a deleted entry may lack it.</summary>
    public required DateOnly? AssignmentDate { get; init; }

    /// <summary>Whether this is the latest row of the number (最新履歴).</summary>
    public required bool IsLatest { get; init; }

    /// <summary>The name in English (商号又は名称 英語表記).</summary>
    public required string EnglishName { get; init; }

    /// <summary>Prefecture in English (国内所在地 都道府県 英語表記).</summary>
    public required string EnglishPrefectureName { get; init; }

    /// <summary>City and the rest of the address in English (国内所在地 市区町村丁目番地等 英語表記).</summary>
    public required string EnglishCityName { get; init; }

    /// <summary>Address abroad in English (国外所在地 英語表記).</summary>
    public required string EnglishAddressOutside { get; init; }

    /// <summary>The name's reading (フリガナ).</summary>
    public required string Furigana { get; init; }

    /// <summary>Whether the entry is left out of searches (検索対象除外).</summary>
    public required bool IsHidden { get; init; }
}
