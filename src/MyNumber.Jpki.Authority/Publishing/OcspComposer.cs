using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Authority.Asn1;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Revocation;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Puts answers together and signs them, rightly or with faults.</summary>
/// <remarks>Thread safe; the key signs one answer at a time.</remarks>
internal sealed class OcspComposer(SigningKey key)
{
    private const string UnknownExtension = "2.25.98";
    private const string Padding = "2.25.99";
    private const int MostOtherAnswers = 32;
    private const int MostPadding = 1 << 20;

    private readonly ResponderCertificates _certificates = new(key);

    internal byte[] Compose(OcspIssuer signer, OcspIssuer other, IReadOnlyList<OcspSingleResponse> responses, ReadOnlyMemory<byte>? nonce, DateTimeOffset at, OcspFaults faults)
    {
        OcspSingleResponse[] said = [.. Spoil(responses, faults)];
        byte[] data = OcspResponseEncoder.ResponseData(key.KeyIdentifier, at, said, [.. Extensions(nonce, faults)]);
        byte[] signature = key.Sign(data);
        if (faults.WrongSignature)
        {
            signature[^1] ^= 1;
        }

        ResponderCertificateKind kind = KindOf(faults);
        byte[] certificate = _certificates.For(kind == ResponderCertificateKind.OtherGeneration ? other.Generation : signer.Generation, at, kind);
        byte[] encoded = OcspResponseEncoder.Successful(OcspResponseEncoder.Basic(data, signature, certificate));
        return encoded[..Math.Clamp(encoded.Length - faults.TruncatedOctets, 0, encoded.Length)];
    }

    private static ResponderCertificateKind KindOf(OcspFaults faults) => faults switch
    {
        { ResponderWithoutOcspSigning: true } => ResponderCertificateKind.WithoutPurpose,
        { ResponderOfOtherGeneration: true } => ResponderCertificateKind.OtherGeneration,
        { ResponderExpired: true } => ResponderCertificateKind.Expired,
        { ResponderSelfSigned: true } => ResponderCertificateKind.SelfSigned,
        _ => ResponderCertificateKind.Proper,
    };

    private static IEnumerable<OcspSingleResponse> Spoil(IReadOnlyList<OcspSingleResponse> responses, OcspFaults faults)
    {
        OcspSingleResponse first = responses[0];
        for (int i = 1; i <= Math.Min(faults.OtherAnswers, MostOtherAnswers); i++)
        {
            yield return first with { CertId = first.Asked.EncodeWithOtherSerial((byte)(i << 1)), Status = null };
        }

        foreach (OcspSingleResponse response in responses)
        {
            yield return response;
            if (faults.ContradictingAnswers)
            {
                yield return response with { Status = Contrary(response) };
            }
        }
    }

    private static IssuedStatus Contrary(OcspSingleResponse response) => response.Status is { State: IssuedState.Good }
        ? new IssuedStatus(IssuedState.Revoked, RevocationReason.KeyCompromise, response.ThisUpdate)
        : IssuedStatus.Good;

    private static IEnumerable<EncodedExtension> Extensions(ReadOnlyMemory<byte>? nonce, OcspFaults faults)
    {
        if (nonce is { } asked && !faults.OmitNonce)
        {
            byte[] echoed = asked.ToArray();
            echoed[^1] ^= faults.WrongNonce ? (byte)1 : (byte)0;
            yield return new EncodedExtension(Oids.OcspNonce, false, echoed);
        }

        if (faults.ForceNeverIssued)
        {
            yield return ExtensionEncoder.Make(Oids.OcspExtendedRevoke, false, writer => writer.WriteNull());
        }

        if (faults.UnknownCriticalExtension)
        {
            yield return ExtensionEncoder.Make(UnknownExtension, true, writer => writer.WriteNull());
        }

        if (faults.PaddingOctets > 0)
        {
            yield return ExtensionEncoder.Make(Padding, false, writer => writer.WriteOctetString(new byte[Math.Min(faults.PaddingOctets, MostPadding)]));
        }
    }
}
