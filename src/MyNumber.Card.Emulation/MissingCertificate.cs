namespace MyNumber.Card.Emulation;

/// <summary>How a card without signature certificate (署名用なし) shows it; no source has seen one.</summary>
public enum MissingCertificate
{
    /// <summary>EF 0001 is there and nothing opens it: READ BINARY answers 6982.</summary>
    CannotBeRead = 0,

    /// <summary>EF 0001 is not there: 6A82.</summary>
    IsAbsent = 1,
}
