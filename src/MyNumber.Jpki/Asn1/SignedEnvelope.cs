using System.Formats.Asn1;

namespace MyNumber.Jpki.Asn1;

/// <summary>The signed shell of certificates and lists: what is signed, the AlgorithmIdentifier as it stands, and the signature (RFC 5280 §4.1.1, §5.1.1).</summary>
internal readonly record struct SignedEnvelope(ReadOnlyMemory<byte> ToBeSigned, ReadOnlyMemory<byte> AlgorithmIdentifier, ReadOnlyMemory<byte> Signature)
{
    /// <exception cref="AsnContentException">It is not one such shell with nothing behind it.</exception>
    public static SignedEnvelope Read(ReadOnlyMemory<byte> der)
    {
        DerReader file = new(der);
        DerReader shell = file.ReadSequence();
        file.End();
        SignedEnvelope envelope = new(shell.ReadEncoded(), shell.ReadEncoded(), shell.ReadBitString());
        shell.End();
        return envelope;
    }

    /// <summary>The algorithm with its parameters as certificates have them.</summary>
    /// <exception cref="AsnContentException">The parameters are of another form.</exception>
    public string ReadAlgorithm()
    {
        DerReader identifier = new(AlgorithmIdentifier);
        return AlgorithmIdentifiers.ReadStrict(ref identifier);
    }
}
