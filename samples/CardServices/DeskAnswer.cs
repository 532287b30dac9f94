using MyNumber.Jpki;

namespace CardServices;

/// <summary>What a login at a terminal comes to: a reason when it is refused, and the account when the certificate is known.</summary>
internal sealed record DeskAnswer(VerificationReason Reason, string? Account);
