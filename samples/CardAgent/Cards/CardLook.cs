using MyNumber.Jpki.AspNetCore.Agent;

namespace CardAgent.Cards;

/// <summary>What the card is like before a PIN is asked for.</summary>
/// <param name="Obstacle">Why nothing can come of it; <see langword="null"/> when it is ready.</param>
/// <param name="TriesLeft">Tries left of the PIN; <see langword="null"/> when the card does not tell.</param>
internal readonly record struct CardLook(AgentOutcome? Obstacle, int? TriesLeft);
