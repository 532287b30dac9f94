namespace MyNumber.Card.Pcsc.Errors;

/// <summary>What happened and what to do, as two sentences for a user.</summary>
/// <param name="What">What happened (原因).</param>
/// <param name="Remedy">What to do about it (対処).</param>
public sealed record PcscAdvice(string What, string Remedy);
