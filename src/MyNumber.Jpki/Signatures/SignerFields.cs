using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;
using static MyNumber.Jpki.Asn1.DerReader;

namespace MyNumber.Jpki.Signatures;

/// <summary>One SignerInfo (RFC 5652 §5.3) as read; slices of the document.</summary>
internal sealed class SignerFields
{
    private static readonly Asn1Tag KeyIdentifierTag = DerTags.Context(0);

    /// <summary>The issuer's Name; empty when the signer is named by key identifier.</summary>
    public ReadOnlyMemory<byte> Issuer { get; private init; }

    public ReadOnlyMemory<byte> SerialNumber { get; private init; }

    /// <summary>The signer's subjectKeyIdentifier; empty when the signer is named by issuer and serial.</summary>
    public ReadOnlyMemory<byte> KeyIdentifier { get; private init; }

    public CmsAlgorithm DigestAlgorithm { get; private init; }

    public CmsAlgorithm SignatureAlgorithm { get; private init; }

    public SignedAttributes? Attributes { get; private init; }

    public ReadOnlyMemory<byte> Signature { get; private init; }

    public UnsignedAttributes Unsigned { get; private init; } = UnsignedAttributes.None;

    /// <summary>The whole SignerInfo.</summary>
    public ReadOnlyMemory<byte> Encoded { get; private init; }

    /// <summary>The SignerInfo's contents before unsignedAttrs, without its header.</summary>
    public ReadOnlyMemory<byte> EncodedBeforeUnsigned { get; private init; }

    /// <summary>Whether the SignerInfo names the certificate of these parts.</summary>
    public bool Names(ReadOnlySpan<byte> issuer, ReadOnlySpan<byte> serial, ReadOnlySpan<byte> keyIdentifier) => KeyIdentifier.IsEmpty
        ? SerialNumber.Span.SequenceEqual(serial) && Issuer.Span.SequenceEqual(issuer)
        : KeyIdentifier.Span.SequenceEqual(keyIdentifier);

    public static SignerFields Read(ref DerReader signers)
    {
        ReadOnlyMemory<byte> encoded = signers.ReadEncoded();
        DerReader file = new(encoded);
        ReadOnlyMemory<byte> contents = file.ReadSequenceContents();
        DerReader signer = new(contents);
        int version = signer.ReadSmallInteger();
        ReadOnlyMemory<byte> issuer = default, serial = default, keyIdentifier = default;
        if (signer.NextIs(KeyIdentifierTag))
        {
            keyIdentifier = signer.ReadOctetString(KeyIdentifierTag);
            Require(version == 3 && keyIdentifier.Length is > 0 and <= 64);
        }
        else
        {
            DerReader name = signer.ReadSequence();
            issuer = name.ReadEncoded();
            serial = name.ReadInteger();
            name.End();
            Require(version == 1);
        }

        CmsAlgorithm digest = CmsAlgorithm.Read(ref signer);
        SignedAttributes? attributes = signer.NextIs(DerTags.Context(0)) ? SignedAttributes.Read(ref signer) : null;
        CmsAlgorithm algorithm = CmsAlgorithm.Read(ref signer);
        ReadOnlyMemory<byte> signature = signer.ReadOctetString();
        int unsignedLength = signer.Remaining;
        UnsignedAttributes unsigned = signer.NextIs(DerTags.Context(1)) ? UnsignedAttributes.Read(ref signer) : UnsignedAttributes.None;
        signer.End();
        return new SignerFields
        {
            Issuer = issuer,
            SerialNumber = serial,
            KeyIdentifier = keyIdentifier,
            DigestAlgorithm = digest,
            Attributes = attributes,
            SignatureAlgorithm = algorithm,
            Signature = signature,
            Unsigned = unsigned,
            Encoded = encoded,
            EncodedBeforeUnsigned = contents[..^unsignedLength],
        };
    }
}
