namespace MyNumber.Numbering.CorporateList;

/// <summary>In which characters the list was fetched.</summary>
public enum CorporateListEncoding
{
    /// <summary>UTF-8, with or without a byte order mark.</summary>
    Utf8 = 0,

    /// <summary>Shift-JIS, as Windows reads it (code page 932).</summary>
    ShiftJis = 1,
}
