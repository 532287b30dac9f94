namespace MyNumber.Card.Emulation.Commands;

/// <summary>The open behaviours that commands ask for; what each means and how sure its default is, the options of the card say.</summary>
internal interface IOpenBehaviours
{
    bool BlockedAnswers6983 { get; }

    bool SelectClearsVerified { get; }

    bool WrongLengthSpendsTry { get; }

    bool SelectAnswersControlInformation { get; }

    bool VerifiedQueryAnswers9000 { get; }

    bool QueryNeedsExpectedLength { get; }

    bool ReadsRecordsToEnd { get; }

    bool ContactAnswerNeedsApplication { get; }

    int PssSaltLength { get; }

    Action<Span<byte>> FillRandom { get; }
}
