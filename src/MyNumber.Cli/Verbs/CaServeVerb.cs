using System.CommandLine;
using System.Globalization;
using MyNumber.Cli.Authorities;
using MyNumber.Cli.Contract;
using MyNumber.Jpki.Authority;
using MyNumber.Jpki.Authority.Publishing;

namespace MyNumber.Cli.Verbs;

/// <summary><c>ca serve DIR</c>: OCSP responder and lists on 127.0.0.1 until the tool is stopped.</summary>
internal sealed class CaServeVerb(TimeProvider clock) : IVerb
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);

    private readonly Argument<string> _folder = AuthorityRun.Folder();
    private readonly Option<int> _port = new("--port") { Description = "The port on 127.0.0.1; 0, also without the option, takes a free one.", HelpName = "N", DefaultValueFactory = _ => 0 };

    public Command Describe() => new(
        "serve", "Answer OCSP questions and give out revocation lists on 127.0.0.1 until SIGINT or SIGTERM. The first line on standard output is the address. Exit codes: 0 stopped; 2 the command line is wrong; 3 the folder cannot be used, or the port is taken.")
    {
        _folder, _port,
    };

    public ExitCode Run(ParseResult parsed, VerbContext context)
    {
        int port = parsed.GetValue(_port);
        return port is < 0 or > ushort.MaxValue
            ? context.Report.Fail(ExitCode.Usage, [context.Language.Pick("--port takes 0 to 65535.", "--port には0から65535を指定してください。")])
            : AuthorityRun.With(parsed.GetValue(_folder)!, context, clock, folder => ServeAsync(folder.Authority, port, context));
    }

    private async Task<ExitCode> ServeAsync(LabAuthority authority, int port, VerbContext context)
    {
        OcspResponderHost host = await OcspResponderHost.StartAsync(
            authority.Responder, port, authority.Catalogue.Find, context.Cancellation).ConfigureAwait(false);
        await using (host.ConfigureAwait(false))
        {
            context.Report.Answer(context.Language.Pick($"OCSP {host.OcspAddress}  lists {host.CrlAddress}", $"OCSP {host.OcspAddress}  失効リスト {host.CrlAddress}"), writer =>
            {
                writer.WriteString("ocsp", host.OcspAddress.AbsoluteUri);
                writer.WriteString("lists", host.CrlAddress.AbsoluteUri);
            });
            context.Report.Flush();
            context.Report.Notice(AuthorityRun.Notice);
            try
            {
                await Companions.RunAsync(context.Cancellation, stop => FollowAsync(authority, context, stop), authority.Responder.RunAsync).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (context.Cancellation.IsCancellationRequested)
            {
            }
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
                context.Report.Notice(string.Create(CultureInfo.InvariantCulture, $"register at entry {position} (記録 {position} 件まで反映)"));
            }

            await Task.Delay(_pause, clock, stop).ConfigureAwait(false);
        }
    }
}
