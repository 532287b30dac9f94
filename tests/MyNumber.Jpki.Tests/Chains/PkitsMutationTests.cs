using MyNumber.Jpki.Chains;

namespace MyNumber.Jpki.Tests.Chains;

/// <summary>PKITS with damaged bytes, seeded: nothing throws, and no damaged end entity is accepted.</summary>
public sealed class PkitsMutationTests
{
    private const int RoundsPerCase = 24;

    [SkippableFact]
    public void No_damaged_input_throws_and_no_damaged_end_entity_is_accepted()
    {
        Random random = new(20261121);
        foreach (PkitsCase item in PkitsVectors.Require().Cases)
        {
            ChainRequest request = item.Request with { Options = item.Request.Options with { AcceptWeakSha1SignaturesAndShortKeysOfOldTestVectors = true } };
            for (int round = 0; round < RoundsPerCase; round++)
            {
                byte[] leaf = Damage(request.EndEntity.Span, random);
                ChainVerifier.Verify(request with { EndEntity = leaf }).Outcome.ShouldNotBe(VerificationOutcome.Valid, $"{item.Id}, round {round}");
                ChainRequest around = request with
                {
                    Intermediates = [.. request.Intermediates.Select(der => (ReadOnlyMemory<byte>)Damage(der.Span, random))],
                    Crls = [.. request.Crls.Select(der => (ReadOnlyMemory<byte>)Damage(der.Span, random))],
                    Anchors = [Damage(request.Anchors[0].Span, random)],
                };
                Should.NotThrow(() => ChainVerifier.Verify(around), $"{item.Id}, round {round}");
                ChainVerifier.Verify(request with { Crls = around.Crls }).Outcome.ShouldNotBe(VerificationOutcome.Valid, $"{item.Id}, round {round}");
            }
        }
    }

    // One to three changes: a bit, a byte of an edge, a byte more, a byte less, the rest cut off.
    private static byte[] Damage(ReadOnlySpan<byte> der, Random random)
    {
        List<byte> bytes = [.. der];
        for (int left = random.Next(1, 4); left > 0 && bytes.Count > 1; left--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(6))
            {
                case 0 or 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes[at] = (byte)(bytes[at] == 0x80 ? 0xFF : 0x80);
                    break;
                case 3:
                    bytes.Insert(at, (byte)random.Next(256));
                    break;
                case 4:
                    bytes.RemoveAt(at);
                    break;
                default:
                    bytes.RemoveRange(Math.Max(1, at), bytes.Count - Math.Max(1, at));
                    break;
            }
        }

        return der.SequenceEqual(bytes.ToArray()) ? [.. bytes, 0] : [.. bytes];
    }
}
