namespace MyNumber.Card.Emulation.Readers;

/// <summary>The card's side of vpcd's protocol, one message at a time: a body of one byte is a control, a longer one a command APDU.</summary>
/// <remarks>Project research notes on the peers, §2, confirmed against Debian's vpcd 3.3.</remarks>
internal static class VpcdCard
{
    /// <summary>The message is not answered.</summary>
    public const int Silence = -1;

    private const byte PowerOff = 0x00;
    private const byte PowerOn = 0x01;
    private const byte Reset = 0x02;
    private const byte GetAnswerToReset = 0x04;

    /// <summary>Whether the driver asks if a card is there.</summary>
    public static bool IsPresenceQuestion(ReadOnlySpan<byte> message) => message is [GetAnswerToReset];

    /// <summary>Carries a message out.</summary>
    /// <param name="card">The card in the slot.</param>
    /// <param name="message">The body of a message.</param>
    /// <param name="answer">Receives the body of the answer, 65,535 bytes.</param>
    /// <returns>Bytes written, or <see cref="Silence"/>.</returns>
    public static int Answer(EmulatedCard card, ReadOnlySpan<byte> message, Span<byte> answer) => message.Length switch
    {
        0 => Silence,
        1 => Control(card, message[0], answer),
        _ => Command(card, message, answer),
    };

    private static int Control(EmulatedCard card, byte control, Span<byte> answer)
    {
        switch (control)
        {
            case PowerOff:
                card.PowerOff();
                return Silence;
            case Reset when card.IsPowered:
                card.WarmReset();
                return Silence;
            case PowerOn or Reset:
                card.PowerOn();
                return Silence;
            case GetAnswerToReset:
                card.AnswerToReset.Span.CopyTo(answer);
                return card.AnswerToReset.Length;
            default:
                return Silence;
        }
    }

    /// <summary>A command must be answered, or the driver waits for ever: 6F00 where a card would say nothing at all.</summary>
    private static int Command(EmulatedCard card, ReadOnlySpan<byte> command, Span<byte> answer)
    {
        if (card.IsPowered && card.TryProcess(command, answer, out int written))
        {
            return written;
        }

        answer[0] = 0x6F;
        answer[1] = 0x00;
        return 2;
    }
}
