using MyNumber.Jpki;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;

namespace MyNumber.Cli.Certificates;

/// <summary>Timestamps inside of signatures where no authority of theirs is pinned: whether they are over their signature can be told, whether they are true cannot.</summary>
internal static class InsideStamps
{
    private static readonly TimestampVerifier _local = new(new Nobody());

    public static int Count(CmsSignedDocument document) => document.Signers.Sum(signer => signer.TimestampTokens.Count);

    /// <summary>The first that is wrong whoever made it, or nothing. A signer without one is right.</summary>
    public static TimestampResult? FindWrong(CmsSignedDocument document, DateTimeOffset at) => document.Signers
        .Where(signer => signer.TimestampTokens.Count != 0)
        .Select(signer => _local.VerifySignatureTimestamp(signer, at))
        .FirstOrDefault(stamp => stamp.Outcome == VerificationOutcome.Invalid);

    private sealed class Nobody : ITimestampTrust
    {
        public VerificationOutcome Judge(ReadOnlyMemory<byte> authority, IReadOnlyList<ReadOnlyMemory<byte>> others, DateTimeOffset at, out VerificationReason reason)
        {
            reason = VerificationReason.IssuerUnknown;
            return VerificationOutcome.Undetermined;
        }
    }
}
