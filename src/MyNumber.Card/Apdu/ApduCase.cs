namespace MyNumber.Card.Apdu;

/// <summary>The seven shapes of a command APDU (ISO/IEC 7816-3:2006 §12.1.3).</summary>
public enum ApduCase
{
    /// <summary>Case 1: header only.</summary>
    Header = 0,

    /// <summary>Case 2S: header and a one-byte Le.</summary>
    ExpectShort = 1,

    /// <summary>Case 2E: header and a three-byte Le.</summary>
    ExpectExtended = 2,

    /// <summary>Case 3S: header, a one-byte Lc and data.</summary>
    DataShort = 3,

    /// <summary>Case 3E: header, a three-byte Lc and data.</summary>
    DataExtended = 4,

    /// <summary>Case 4S: header, a one-byte Lc, data and a one-byte Le.</summary>
    DataExpectShort = 5,

    /// <summary>Case 4E: header, a three-byte Lc, data and a two-byte Le.</summary>
    DataExpectExtended = 6,
}
