using System.Security.Cryptography;

namespace MyNumber.Jpki.Xml;

/// <summary>How an XML signature is written (署名の形式). What an office asks for is the office's to say: docs/jpki/xml.md tells what is known.</summary>
public sealed record XmlSigningOptions
{
    /// <summary>SHA-256, SHA-384 or SHA-512, for the references and the signature alike. The card signs SHA-256.</summary>
    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>How SignedInfo is canonicalised.</summary>
    public XmlCanonicalization Canonicalization { get; init; } = XmlCanonicalization.Inclusive;

    /// <summary>How the signed parts are canonicalised. Comments of the parts are never signed: the references are of the form that drops them (XMLDSIG §4.4.3.3).</summary>
    public XmlCanonicalization ReferenceCanonicalization { get; init; } = XmlCanonicalization.Inclusive;

    /// <summary>Prefix of the signature's elements; empty to make their namespace the default one.</summary>
    public string Prefix { get; init; } = "ds";

    /// <summary>Id of ds:Signature; <see langword="null"/> leaves it out.</summary>
    public string? SignatureId { get; init; }

    /// <summary>Name of the attribute that carries <see cref="SignatureId"/>: <c>Id</c> as XMLDSIG has it, or <c>id</c> as e-Gov writes it (confidence: one public client and its test data).</summary>
    public string SignatureIdName { get; init; } = "Id";

    /// <summary>Whether identifiers in references are percent-encoded in UTF-8 (RFC 3986 §2.1), as e-Gov writes them; otherwise they stand as they are (RFC 3987).</summary>
    public bool PercentEncodesReferences { get; init; }

    /// <summary>KeyName in KeyInfo; <see langword="null"/> leaves it out. A hint for people, which no verifier may rely on.</summary>
    public string? KeyName { get; init; }

    /// <summary>A mask; a person's name may be among the options.</summary>
    /// <returns>A fixed text.</returns>
    public override string ToString() => "XmlSigningOptions(***)";
}
