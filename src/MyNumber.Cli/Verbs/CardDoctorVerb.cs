using System.CommandLine;
using MyNumber.Cli.Cards;
using MyNumber.Cli.Cards.Health;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Verbs;

/// <summary><c>card doctor</c>: from the PC/SC library to the card's PINs, what is wrong and what helps.</summary>
internal sealed class CardDoctorVerb(ICardReaderSource source) : IVerb
{
    private readonly CardOptions _card = new(source, "every reader that holds a card");

    public Command Describe()
    {
        Command command = new("doctor", "Find out why a card cannot be used: cause and remedy in Japanese and English, for each reader that holds a card. Exit codes: 0 all is well; 1 a check failed; 2 the command line is wrong; 3 the run was stopped.");
        _card.AddTo(command);
        return command;
    }

    public ExitCode Run(ParseResult parsed, VerbContext context) =>
        new HealthReport(context).Tell(new Examination(source, all => _card.Meant(parsed, all)).RunAsync(context.Cancellation).GetAwaiter().GetResult());
}
