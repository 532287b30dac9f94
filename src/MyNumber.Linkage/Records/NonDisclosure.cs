namespace MyNumber.Linkage.Records;

/// <summary>Whether the fact of the exchange itself is withheld from the person (不開示情報である旨の記録; 番号法23条2項).</summary>
public enum NonDisclosure
{
    /// <summary>It is disclosed.</summary>
    None,

    /// <summary>Withheld under 個人情報保護法78条1項.</summary>
    PersonalInformationActArticle78Paragraph1,

    /// <summary>Withheld under that provision as 番号法31条3項 applies it.</summary>
    NumberActArticle31Paragraph3,
}
