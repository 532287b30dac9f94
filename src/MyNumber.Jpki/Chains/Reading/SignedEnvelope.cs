using System.Formats.Asn1;
using MyNumber.Jpki.Asn1;

namespace MyNumber.Jpki.Chains.Reading;

/// <summary>The signed shell of certificates and lists: what is signed, by which algorithm, and the signature (RFC 5280 §4.1.1, §5.1.1).</summary>
internal readonly record struct SignedEnvelope(ReadOnlyMemory<byte> ToBeSigned, ReadOnlyMemory<byte> AlgorithmIdentifier, string Algorithm, ReadOnlyMemory<byte> Signature)
{
    /// <exception cref="AsnContentException">It is not one such shell with nothing behind it.</exception>
    public static SignedEnvelope Read(ReadOnlyMemory<byte> der)
    {
        DerReader file = new(der);
        DerReader shell = file.ReadSequence();
        file.End();
        ReadOnlyMemory<byte> toBeSigned = shell.ReadEncoded();
        ReadOnlyMemory<byte> identifier = shell.ReadEncoded();
        ReadOnlyMemory<byte> signature = shell.ReadBitString();
        shell.End();
        DerReader algorithm = new(identifier);
        return new SignedEnvelope(toBeSigned, identifier, AlgorithmIdentifiers.ReadStrict(ref algorithm), signature);
    }
}
