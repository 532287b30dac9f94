namespace MyNumber.Cli.Certificates;

/// <summary>What a file is, told by its contents.</summary>
internal enum ContentKind
{
    Unknown = 0,
    Certificate,
    RevocationList,
    OcspRequest,
    OcspResponse,
    SignedMessage,
    Xml,
    Pdf,
    Timestamp,
}
