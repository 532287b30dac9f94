namespace MyNumber.Numbering.CorporateList;

/// <summary>What happened to the entry (処理区分). The values are the codes of the file.</summary>
public enum CorporateProcess
{
    /// <summary>New (新規).</summary>
    New = 1,

    /// <summary>The name changed (商号又は名称の変更).</summary>
    NameChange = 11,

    /// <summary>The address in Japan changed (国内所在地の変更).</summary>
    AddressChange = 12,

    /// <summary>The address abroad changed (国外所在地の変更).</summary>
    AddressOutsideChange = 13,

    /// <summary>The registration was closed (登記記録の閉鎖等).</summary>
    Close = 21,

    /// <summary>The registration was opened again (登記記録の復活等).</summary>
    Reopen = 22,

    /// <summary>Absorbed in a merger (吸収合併).</summary>
    Merger = 71,

    /// <summary>The merger was void (吸収合併無効).</summary>
    MergerVoid = 72,

    /// <summary>The name was struck (商号の登記の抹消).</summary>
    NameStruck = 81,

    /// <summary>Deleted (削除).</summary>
    Delete = 99,
}
