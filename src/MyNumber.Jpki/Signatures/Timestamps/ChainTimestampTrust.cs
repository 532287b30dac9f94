using MyNumber.Jpki.Asn1;
using MyNumber.Jpki.Chains;

namespace MyNumber.Jpki.Signatures.Timestamps;

/// <summary>Trusts timestamp authorities under pinned anchors by <see cref="ChainVerifier"/> (RFC 5280 §6), for the purpose id-kp-timeStamping.</summary>
/// <remarks>Immutable and thread safe. JPKI's own anchors have no place here: its authorities issue no timestamp certificates.</remarks>
public sealed class ChainTimestampTrust : ITimestampTrust
{
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _anchors;
    private readonly IReadOnlyList<ReadOnlyMemory<byte>> _lists;
    private readonly ChainOptions _options;

    /// <summary>Pins anchors.</summary>
    /// <param name="anchors">Certificates of the anchors, DER.</param>
    /// <param name="crls">Revocation lists (失効リスト), DER; by default each certificate below the anchor needs one.</param>
    /// <param name="options">How strictly; <see langword="null"/> for <see cref="ChainOptions.Strict"/>. The purpose is set here whatever they say.</param>
    /// <exception cref="ArgumentOutOfRangeException">A budget of the options is out of its range.</exception>
    public ChainTimestampTrust(IReadOnlyList<ReadOnlyMemory<byte>> anchors, IReadOnlyList<ReadOnlyMemory<byte>>? crls = null, ChainOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(anchors);
        _anchors = [.. anchors];
        _lists = [.. crls ?? []];
        _options = (options ?? ChainOptions.Strict) with { RequiredPurpose = Oids.TimeStamping };
        _options.Validate();
    }

    /// <inheritdoc/>
    public bool LeavesStatusToTheCaller => _options.LeaveStatusOfEveryCertificateToTheCaller;

    /// <inheritdoc/>
    public VerificationOutcome Judge(ReadOnlyMemory<byte> authority, IReadOnlyList<ReadOnlyMemory<byte>> others, DateTimeOffset at, out VerificationReason reason)
    {
        ChainResult chain = ChainVerifier.Verify(new ChainRequest
        {
            EndEntity = authority,
            Intermediates = others,
            Anchors = _anchors,
            Crls = _lists,
            At = at,
            Options = _options,
        });
        reason = chain.Reason;
        return chain.Outcome;
    }
}
