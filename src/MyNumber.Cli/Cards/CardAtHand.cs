using MyNumber.Card.Sessions;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards;

/// <summary>A powered card and what a verb does with it.</summary>
/// <param name="Reader">The reader's name.</param>
/// <param name="AnswerToReset">As the reader tells it.</param>
/// <param name="Session">The session; it belongs to whoever runs the verb.</param>
/// <param name="Context">Where the verb speaks.</param>
internal sealed record CardAtHand(string Reader, ReadOnlyMemory<byte> AnswerToReset, CardSession Session, VerbContext Context);
