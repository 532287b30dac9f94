using System.Data.Common;
using MyNumber.Jpki.Authority.Status;
using MyNumber.Jpki.Certificates;
using MyNumber.Jpki.Revocation;

namespace MyNumber.ResponderLoad;

/// <summary>What happens under the load: lists are published and certificates put on hold every second, and the database is killed and started again in the middle.</summary>
internal sealed class Disturbance(LoadOptions options, Lab lab, Witness witness)
{
    private readonly List<string> _log = [];
    private int _tried;

    public int Lists { get; private set; }

    public int Holds { get; private set; }

    /// <summary>Steps that the register refused while it was away; each was made again.</summary>
    public int Refused { get; private set; }

    public IEnumerable<string> Log => _log;

    public async Task RunAsync(CancellationToken end)
    {
        Task restart = lab.Server is null ? Task.CompletedTask : RestartAsync(end);
        while (options.Publishes && !end.IsCancellationRequested)
        {
            try
            {
                Lists += (await lab.Authority.Schedule.PublishNowAsync(CancellationToken.None)).Count;
                await HoldNextAsync();
            }
            catch (DbException)
            {
                Refused++;
            }

            await Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None);
        }

        await restart;
    }

    private async Task HoldNextAsync()
    {
        CertificateIdentity certificate = lab.Paths[lab.Paths.Count - 1 - (_tried++ % (lab.Paths.Count / 2))].Certificate.Identity;
        witness.Expect(certificate, null);
        StatusChangeOutcome outcome = await lab.Authority.Statuses.HoldAsync(certificate, CancellationToken.None);
        witness.Expect(certificate, RevocationState.Held);
        Holds += outcome == StatusChangeOutcome.Applied ? 1 : 0;
    }

    private async Task RestartAsync(CancellationToken end)
    {
        await Task.Delay(TimeSpan.FromSeconds(options.Seconds / 3), CancellationToken.None);
        if (end.IsCancellationRequested)
        {
            return;
        }

        long start = TimeProvider.System.GetTimestamp();
        await Task.Run(lab.Server!.KillAndRestart, CancellationToken.None);
        _log.Add($"database killed and back after {TimeProvider.System.GetElapsedTime(start).TotalSeconds:F1} s");
        long position = await lab.Authority.Statuses.CatchUpAsync(CancellationToken.None);
        _log.Add($"caught up to place {position}");
    }
}
