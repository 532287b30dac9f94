using MyNumber.Card.Applications.InputSupport;
using MyNumber.Cli.Contract;
using MyNumber.Numbering;
using MyNumber.Numbering.People;

namespace MyNumber.Cli.Cards.Reads;

/// <summary>What the input-support application (券面事項入力補助) holds.</summary>
internal static class InputSupportReads
{
    private const string Mask = "************";

    public static async Task<ExitCode> NumberAsync(ReadJob job)
    {
        InputSupportApplication application = await InputSupportApplication.SelectAsync(job.Session, job.Cancellation).ConfigureAwait(false);
        if (!await job.OpenAsync().ConfigureAwait(false))
        {
            return ExitCode.Refused;
        }

        TellNumber(job, await application.ReadIndividualNumberAsync(job.Cancellation).ConfigureAwait(false));
        return ExitCode.Done;
    }

    public static async Task<ExitCode> AttributesAsync(ReadJob job)
    {
        InputSupportApplication application = await InputSupportApplication.SelectAsync(job.Session, job.Cancellation).ConfigureAwait(false);
        if (!await job.OpenAsync().ConfigureAwait(false))
        {
            return ExitCode.Refused;
        }

        FourAttributes person = await application.ReadFourAttributesAsync(job.Cancellation).ConfigureAwait(false);
        return AnswerRows.Succeed(
            job.Context,
            ("name", "name", "氏名", person.Name),
            ("address", "address", "住所", person.Address),
            ("birthDate", "birth date", "生年月日", person.BirthDate.ToCardForm()),
            ("sex", "sex", "性別", SexWord(person.Sex, job.Context)));
    }

    private static void TellNumber(ReadJob job, IndividualNumber number)
    {
        char[] digits = new char[Mask.Length];
        try
        {
            string shown = job.Reveal && number.TryReveal(digits, out int written) ? new string(digits, 0, written) : Mask;
            string hint = job.Reveal ? string.Empty : job.Context.Language.Pick(" (read, check digit right; --reveal writes it in clear)", " (読み取り済み、検査用数字は正しい。--reveal で表示します)");
            job.Context.Report.Answer($"{job.Context.Language.Pick("individual number", "個人番号")}: {shown}{hint}", writer =>
            {
                writer.WriteString("individualNumber", shown);
                writer.WriteBoolean("masked", !job.Reveal);
            });
        }
        finally
        {
            Array.Clear(digits);
        }
    }

    private static string SexWord(Sex sex, VerbContext context) => context.Report.IsJson ? sex.ToString() : sex switch
    {
        Sex.Male => context.Language.Pick("male", "男"),
        Sex.Female => context.Language.Pick("female", "女"),
        Sex.NotApplicable => context.Language.Pick("not applicable", "適用不能"),
        _ => context.Language.Pick("unknown", "不明"),
    };
}
