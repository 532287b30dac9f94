using System.CommandLine;
using MyNumber.Cli.Authorities;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Publishing;

namespace MyNumber.Cli.Verbs;

/// <summary><c>ca serve DIR</c>: OCSP responder and lists on 127.0.0.1 until the tool is stopped.</summary>
internal sealed class CaServeVerb(TimeProvider clock) : IVerb
{
    private const int UsualTick = 900;
    private const int LongestTick = 86400;

    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);

    private readonly Argument<string> _folder = AuthorityRun.Folder();
    private readonly Option<int> _port = new("--port") { Description = "The port on 127.0.0.1; 0, also without the option, takes a free one.", HelpName = "N", DefaultValueFactory = _ => 0 };

    private readonly Option<bool> _lag = new("--lag-by-tick") { Description = "Answer what was known at the last tick, as the real service does: a hold or revocation shows at the next one. Without it a change shows at once." };
    private readonly Option<int> _tick = new("--tick") { Description = "Seconds from one tick of the responder to the next, 1 to 86400; without it 900.", HelpName = "SECONDS", DefaultValueFactory = _ => UsualTick };

    public Command Describe() => new(
        "serve", "Answer OCSP questions and give out revocation lists on 127.0.0.1 until SIGINT or SIGTERM. The first line on standard output has the addresses. Exit codes: 0 stopped; 2 the command line is wrong; 3 the folder cannot be used, or the port is taken.")
    {
        _folder, _port, _lag, _tick,
    };

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        int port = parsed.GetValue(_port), tick = parsed.GetValue(_tick);
        OcspResponderOptions responder = new() { AnswersAsOfTick = parsed.GetValue(_lag), Tick = TimeSpan.FromSeconds(tick is >= 1 and <= LongestTick ? tick : UsualTick) };
        return port is < 0 or > ushort.MaxValue
            ? context.Report.Fail(ExitCode.Usage, [context.Language.Pick("--port takes 0 to 65535.", "--port には0から65535を指定してください。")])
            : tick is < 1 or > LongestTick ? context.Report.Fail(ExitCode.Usage, [context.Language.Pick("--tick takes 1 to 86400.", "--tick には1から86400を指定してください。")])
            : AuthorityRun.With(parsed.GetValue(_folder)!, context, clock, folder => ServeAsync(folder.Authority, port, context), responder);
    }

    private async Task<ExitCode> ServeAsync(LabAuthority authority, int port, VerbContext context)
    {
        try
        {
            return await ServeUntilStoppedAsync(authority, port, context).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.Cancellation.IsCancellationRequested)
        {
            return ExitCode.Done;
        }
    }

    private async Task<ExitCode> ServeUntilStoppedAsync(LabAuthority authority, int port, VerbContext context)
    {
        // What is due comes first, so that the addresses that are told have something behind them.
        await authority.Schedule.PublishDueAsync(context.Cancellation).ConfigureAwait(false);
        OcspResponderHost host;
        try
        {
            host = await OcspResponderHost.StartAsync(
                authority.Responder, port, path => authority.Catalogue.Find(path) ?? authority.Catalogue.Find(path.Replace('-', '/')), context.Cancellation).ConfigureAwait(false);
        }
        catch (IOException)
        {
            return context.Report.Fail(ExitCode.Undetermined, [context.Language.Pick(
                $"{_port.Name}: This port of 127.0.0.1 cannot be used; another program may have it.", $"{_port.Name}: 127.0.0.1 のこのポートは使えません。ほかのプログラムが使用中かもしれません。")]);
        }

        await using (host.ConfigureAwait(false))
        {
            Uri[] lists = [new(host.CrlAddress, "sign/current/full.crl"), new(host.CrlAddress, "auth/current/full.crl")];
            context.Report.Answer(context.Language.Pick($"OCSP {host.OcspAddress}  lists {lists[0]} {lists[1]}", $"OCSP {host.OcspAddress}  失効リスト {lists[0]} {lists[1]}"), writer =>
            {
                writer.WriteString("ocsp", host.OcspAddress.AbsoluteUri);
                writer.WriteStartArray("lists");
                lists.ToList().ForEach(list => writer.WriteStringValue(list.AbsoluteUri));
                writer.WriteEndArray();
            });
            context.Report.Flush();
            context.Report.Notice(AuthorityRun.Notice(context.Language));
            await Companions.RunAsync(context.Cancellation, stop => FollowAsync(authority, context, stop), authority.Responder.RunAsync).ConfigureAwait(false);
        }

        return ExitCode.Done;
    }

    /// <summary>Takes in what other calls on the folder wrote, and publishes lists that are due.</summary>
    private async Task FollowAsync(LabAuthority authority, VerbContext context, CancellationToken stop)
    {
        long known = authority.Statuses.Position;
        while (true)
        {
            await authority.Schedule.PublishDueAsync(stop).ConfigureAwait(false);
            long position = await authority.Statuses.CatchUpAsync(stop).ConfigureAwait(false);
            if (position != known)
            {
                known = position;
                context.Report.Notice(context.Language.Pick($"register at entry {position}", $"記録 {position} 件まで反映しました"));
            }

            await Task.Delay(_pause, clock, stop).ConfigureAwait(false);
        }
    }
}
