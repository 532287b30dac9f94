using System.CommandLine;
using MyNumber.Cli.Contract;
using MyNumber.Cli.Numbers;
using MyNumber.Cli.Reading;
using MyNumber.Numbering;

namespace MyNumber.Cli.Verbs;

/// <summary><c>number issue local-government-corporate [CODE]</c>: the corporate number that a local government's code gives by an observed rule.</summary>
internal sealed class NumberIssueLocalGovernmentVerb : IVerb
{
    private readonly Argument<string?> _code = ValueSource.Argument("CODE", "The local government code, six digits");

    public Command Describe() => new("local-government-corporate", "Derive a local government's corporate number by the observed rule.") { _code };

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        AnswerCount count = new();
        bool isAnyDerived = false;
        foreach ((long line, string text) in ValueSource.Read(parsed.GetValue(_code), context))
        {
            bool isCode = LocalGovernmentCode.TryParse(text, NumberStyle.Strict, out LocalGovernmentCode code, out NumberFault fault);
            count.Add(isCode ? CheckOutcome.Valid : CheckOutcome.Invalid);
            isAnyDerived |= isCode;
            if (isCode)
            {
                string number = code.DeriveObservedCorporateNumber().ToString();
                context.Report.Answer(number, writer => writer.WriteString("corporateNumber", number));
                continue;
            }

            string place = line == 0 ? string.Empty : FormattableString.Invariant($"{context.Language.Pick("line", "行")} {line}: ");
            context.Report.Fail(ExitCode.Refused, [$"{place}{fault} – {NumberWords.Of(fault, context.Language)}"]);
        }

        if (count.IsEmpty)
        {
            return ValueSource.FailEmpty(context);
        }

        if (isAnyDerived)
        {
            context.Report.Notice($"{NumberWords.Note(NumberWords.ObservedRule, context.Language)}{context.Language.Pick(".", "。")}");
        }

        return count.Code;
    }
}
