namespace MyNumber.Jpki.Services.Consents;

/// <summary>What a round of polling came to. Counts only, so it may stand in a log.</summary>
/// <param name="Polled">Consents asked about.</param>
/// <param name="Reflected">Those that the authority now has.</param>
/// <param name="Revoked">Those that turned out to be revoked, or that the authority no longer knows after it had reflected them.</param>
/// <param name="NoAnswer">Those without an answer; nothing changed for them.</param>
public readonly record struct ConsentPollReport(int Polled, int Reflected, int Revoked, int NoAnswer);
