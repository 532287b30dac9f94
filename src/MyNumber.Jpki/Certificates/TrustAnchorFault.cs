namespace MyNumber.Jpki.Certificates;

/// <summary>Why a certificate of a file is not taken for an anchor. Any of them keeps the whole set from being made.</summary>
public enum TrustAnchorFault
{
    /// <summary>Neither DER nor PEM of a certificate, or too much of it.</summary>
    NotACertificate,

    /// <summary>A certificate, and not one of an authority that signed itself.</summary>
    NotAnAuthority,

    /// <summary>One of the table, and of the other purpose: signature and login are never in one set.</summary>
    OtherPurpose,

    /// <summary>An authority of another environment: its name is not the table's.</summary>
    OtherEnvironment,

    /// <summary>It bears the authority's name with a key that the table does not know: a newer generation, or a forgery.</summary>
    UnknownGeneration,

    /// <summary>It bears the name and key identifier of a generation, and its bytes are others: the fingerprint differs.</summary>
    FingerprintDiffers,

    /// <summary>The fingerprint is the table's, and key identifier, serial, name or period are not: the table itself is wrong.</summary>
    RecordDiffers,

    /// <summary>Without a table: it bears another name than the first anchor, and all generations of one authority bear one. Signature and login are never in one set.</summary>
    OtherName,

    /// <summary>Without a table: another certificate came before with the same key identifier, by which generations are told apart.</summary>
    KeyIdentifierRepeated,

    /// <summary>Without a table: more than 64 generations.</summary>
    TooMany,
}
