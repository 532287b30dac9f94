using System.Formats.Asn1;
using MyNumber.CardFuzz;
using MyNumber.Jpki;
using MyNumber.Jpki.Revocation;
using MyNumber.Jpki.Revocation.Ocsp;
using MyNumber.Testing;
using static MyNumber.JpkiFuzz.Rule;

namespace MyNumber.JpkiFuzz.Ocsp;

/// <summary>Damaged OCSP responses: nothing throws, and what is accepted has the data and the signature of a response that was really signed.</summary>
public sealed class OcspTarget : CountingTarget
{
    public override string Name => "ocsp";

    public override void Run(ulong seed, long count)
    {
        FuzzRandom random = new(seed);
        using OcspSeeds seeds = new();
        OcspResponseVerifier verifier = new(new OcspOptions(), new ManualTimeProvider(OcspSeeds.Now));
        HashSet<string> signed = [.. seeds.Responses.Select(SignedPart)];
        Repeat(count, () => Judge(Next(random, seeds), input => Judge(verifier, seeds, signed, input)));
    }

    // Half the cases keep all lengths, so that the checks behind the reader are reached.
    private static byte[] Next(FuzzRandom random, OcspSeeds seeds)
    {
        byte[] input = random.Pick(seeds.Responses);
        if (random.OneIn(2))
        {
            return Mutations.Damage(random, input, random.Pick(seeds.Responses));
        }

        byte[] copy = [.. input];
        for (int i = random.Below(3); i >= 0; i--)
        {
            copy[random.Below(copy.Length)] ^= (byte)(1 << random.Below(8));
        }

        return copy;
    }

    private static string Judge(OcspResponseVerifier verifier, OcspSeeds seeds, HashSet<string> signed, byte[] input)
    {
        RevocationEvidence evidence = verifier.Verify(input, seeds.Certificate, seeds.Issuer, OcspSeeds.Nonce);
        bool isAccepted = evidence.State != RevocationState.Unreachable;
        Demand(!isAccepted || signed.Contains(SignedPart(input)), $"{evidence.State} from what nobody signed", input);
        Demand(isAccepted != (evidence.Failure is not (VerificationReason.None or VerificationReason.StatusUnknown or VerificationReason.StatusNeverIssued)), $"{evidence.State} with {evidence.Failure}", input);
        return isAccepted ? $"accepted: {evidence.State}" : evidence.Failure.ToString();
    }

    /// <summary>tbsResponseData and signature, read by the platform; only called for what was accepted.</summary>
    private static string SignedPart(byte[] response)
    {
        AsnReader outer = new AsnReader(response, AsnEncodingRules.BER).ReadSequence();
        outer.ReadEncodedValue();
        AsnReader bytes = outer.ReadSequence(new Asn1Tag(TagClass.ContextSpecific, 0, true)).ReadSequence();
        bytes.ReadObjectIdentifier();
        AsnReader basic = new AsnReader(bytes.ReadOctetString(), AsnEncodingRules.BER).ReadSequence();
        string data = Convert.ToHexString(basic.ReadEncodedValue().Span);
        basic.ReadEncodedValue();
        return data + "/" + Convert.ToHexString(basic.ReadBitString(out _));
    }
}
