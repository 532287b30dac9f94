using System.CommandLine;
using MyNumber.Cli.Cards;
using MyNumber.Cli.Cards.Health;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Verbs;

/// <summary><c>card doctor</c>: from the PC/SC library to the card's PINs, what is wrong and what helps.</summary>
internal sealed class CardDoctorVerb(ICardReaderSource source) : IVerb
{
    public Command Describe() => new("doctor", "Find out why a card cannot be used: cause and remedy in Japanese and English. Exit codes: 0 all is well; 1 a check failed; 3 the run was stopped.");

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        (HealthCheck Check, HealthAdvice Advice)? failure = new Examination(source).RunAsync(context.Cancellation).GetAwaiter().GetResult();
        return new HealthReport(context).Tell(failure?.Check, failure?.Advice);
    }
}
