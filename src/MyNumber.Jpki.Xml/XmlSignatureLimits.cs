namespace MyNumber.Jpki.Xml;

/// <summary>The ceilings of this library for signed XML (上限). They are this library's choice; no standard gives any.</summary>
public static class XmlSignatureLimits
{
    /// <summary>The longest document, in bytes (8 MiB).</summary>
    public const int DocumentLength = 8 * 1024 * 1024;

    /// <summary>The deepest nesting of elements.</summary>
    public const int Depth = 128;

    /// <summary>The most nodes: elements with their ends, attributes, texts, comments and instructions.</summary>
    public const int Nodes = 500_000;

    /// <summary>The most references of one signature.</summary>
    public const int References = 16;

    /// <summary>The most transforms of one reference: enveloped-signature and one canonicalisation.</summary>
    public const int Transforms = 2;

    /// <summary>The most prefixes that an exclusive canonicalisation is told to keep.</summary>
    public const int Prefixes = 64;

    /// <summary>The most bytes that the canonical forms of one verification may come to together (32 MiB): exclusive canonicalisation can be made to repeat long declarations.</summary>
    public const int CanonicalLength = 32 * 1024 * 1024;

    /// <summary>The most certificates in KeyInfo that are looked at.</summary>
    public const int Certificates = 8;
}
