namespace MyNumber.Jpki.Signatures.Timestamps;

/// <summary>Who decides whether a timestamp authority's certificate is trusted (時刻認証局の信頼): the generic chain, or a list of the caller's own.</summary>
public interface ITimestampTrust
{
    /// <summary>Whether the authority's status is asked nowhere and left to the caller, so that a report tells it; no by default.</summary>
    bool LeavesStatusToTheCaller => false;

    /// <summary>Judges the certificate that signed a token. Its purpose, period and the token's signature are judged elsewhere.</summary>
    /// <param name="authority">The certificate, DER.</param>
    /// <param name="others">The token's other certificates, DER; they may help and are never trusted.</param>
    /// <param name="at">The instant to judge for.</param>
    /// <param name="reason">Why not; <see cref="VerificationReason.None"/> when valid.</param>
    /// <returns>Valid, invalid or undetermined. It must not throw for what the bytes hold.</returns>
    VerificationOutcome Judge(ReadOnlyMemory<byte> authority, IReadOnlyList<ReadOnlyMemory<byte>> others, DateTimeOffset at, out VerificationReason reason);
}
