using System.Text.Json;
using MyNumber.Card.Applications.Surface;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Cards.Reads;

/// <summary>What the surface application (券面事項確認) holds.</summary>
internal static class SurfaceReads
{
    public static async Task<ExitCode> AgeAsync(ReadJob job)
    {
        SurfaceApplication application = await SurfaceApplication.SelectAsync(job.Session, job.Cancellation).ConfigureAwait(false);
        if (!await job.OpenAsync().ConfigureAwait(false))
        {
            return ExitCode.Refused;
        }

        AgeRecord record = await application.ReadAgeRecordAsync(job.Cancellation).ConfigureAwait(false);
        return job.Reaches is { } age ? TellReached(job, age, record.Reaches(age, job.Today)) : TellAge(job, record);
    }

    public static async Task<ExitCode> FaceAsync(ReadJob job)
    {
        SurfaceApplication application = await SurfaceApplication.SelectAsync(job.Session, job.Cancellation).ConfigureAwait(false);
        if (!await job.OpenAsync().ConfigureAwait(false))
        {
            return ExitCode.Refused;
        }

        using FaceRecord face = await application.ReadFaceAsync(job.Cancellation).ConfigureAwait(false);
        return FaceFiles.Write(face, job.Out!, job.Context);
    }

    public static async Task<ExitCode> NumberImageAsync(ReadJob job)
    {
        SurfaceApplication application = await SurfaceApplication.SelectAsync(job.Session, job.Cancellation).ConfigureAwait(false);
        if (!await job.OpenAsync().ConfigureAwait(false))
        {
            return ExitCode.Refused;
        }

        using NumberImage image = await application.ReadNumberImageAsync(job.Cancellation).ConfigureAwait(false);
        return PrivateFile.TryWrite(job.Out!, image.Image.Span, job.Context) ? FaceFiles.TellWritten([("image", image.Image.Length)], job.Context) : ExitCode.Undetermined;
    }

    private static ExitCode TellReached(ReadJob job, int age, AgeAnswer answer)
    {
        Language language = job.Context.Language;
        string sentence = answer switch
        {
            AgeAnswer.Reached => language.Pick("reached", "達しています"),
            AgeAnswer.NotReached => language.Pick("not reached", "達していません"),
            _ => language.Pick("cannot be told", "判定できません"),
        };
        job.Context.Report.Answer(FormattableString.Invariant($"{language.Pick("age", "年齢")} {age}: {sentence}"), writer =>
        {
            writer.WriteNumber("age", age);
            writer.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(answer.ToString()));
        });
        return answer switch { AgeAnswer.Reached => ExitCode.Done, AgeAnswer.NotReached => ExitCode.Refused, _ => ExitCode.Undetermined };
    }

    private static ExitCode TellAge(ReadJob job, AgeRecord record)
    {
        Language language = job.Context.Language;
        int? age = record.AgeOn(job.Today);
        string birth = job.Reveal ? record.BirthDate.ToCardForm() : "********";
        string years = age is { } known ? FormattableString.Invariant($"{known}") : language.Pick("cannot be told", "判定できません");
        job.Context.Report.Answer($"{language.Pick("age", "年齢")}: {years}{Environment.NewLine}{language.Pick("birth date", "生年月日")}: {birth}", writer =>
        {
            CardJson.Number(writer, "age", age);
            writer.WriteString("birthDate", birth);
            writer.WriteBoolean("masked", !job.Reveal);
        });
        return age is null ? ExitCode.Undetermined : ExitCode.Done;
    }
}
