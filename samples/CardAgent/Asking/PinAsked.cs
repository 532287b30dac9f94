using MyNumber.Jpki.AspNetCore.Agent;

namespace CardAgent.Asking;

/// <summary>A page to show: who asks for what, and how the PIN stands.</summary>
/// <param name="Request">What is asked.</param>
/// <param name="Token">The page's own token, good once.</param>
/// <param name="TriesLeft">Tries left; <see langword="null"/> when the card does not tell.</param>
/// <param name="Notice">What to say above.</param>
/// <param name="TimeLeft">Until the request lapses.</param>
internal sealed record PinAsked(AgentRequest Request, string Token, int? TriesLeft, Notice Notice, TimeSpan TimeLeft);
