using MyNumber.Card.Pins;
using MyNumber.Jpki.AspNetCore.Agent;

namespace CardAgent.Cards;

/// <summary>What came of a PIN.</summary>
/// <param name="Answer">What goes back; <see langword="null"/> when the PIN is to be asked for again.</param>
/// <param name="Pin">What the card said of the PIN.</param>
internal readonly record struct CardTrial(AgentAnswer? Answer, PinVerification Pin);
