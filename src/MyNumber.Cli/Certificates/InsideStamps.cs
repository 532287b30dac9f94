using MyNumber.Jpki;
using MyNumber.Jpki.Signatures;
using MyNumber.Jpki.Signatures.Timestamps;

namespace MyNumber.Cli.Certificates;

/// <summary>Timestamps inside of signatures where no authority of theirs is pinned: whether they are over their signature can be told, whether they are true cannot.</summary>
internal static class InsideStamps
{
    private static readonly TimestampVerifier _local = new(new Nobody());

    public static int Count(CmsSignedDocument document) => document.Signers.Sum(signer => signer.TimestampTokens.Count);

    /// <summary>The first that is wrong whoever made it: over something else, or damaged. Anybody can put another one beside a signature, so nothing else speaks against it here.</summary>
    public static TimestampResult? FindWrong(CmsSignedDocument document) => document.Signers
        .SelectMany(signer => signer.TimestampTokens.Select(token => Judge(token, signer)))
        .FirstOrDefault(stamp => stamp.Reason is VerificationReason.TimestampMalformed or VerificationReason.TimestampImprintMismatch or VerificationReason.TimestampSignatureInvalid);

    // For the time that it tells, so that its periods decide nothing.
    private static TimestampResult Judge(ReadOnlyMemory<byte> token, CmsSignerInfo signer) => _local.Verify(
        token.Span, signer.Signature.Span, TimestampToken.TryParse(token.Span, out TimestampToken? read) ? read.GeneratedAt : DateTimeOffset.MinValue);

    private sealed class Nobody : ITimestampTrust
    {
        public VerificationOutcome Judge(ReadOnlyMemory<byte> authority, IReadOnlyList<ReadOnlyMemory<byte>> others, DateTimeOffset at, out VerificationReason reason)
        {
            reason = VerificationReason.IssuerUnknown;
            return VerificationOutcome.Undetermined;
        }
    }
}
