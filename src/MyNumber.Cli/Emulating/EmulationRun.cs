using MyNumber.Card.Emulation.Readers;
using MyNumber.Cli.Contract;

namespace MyNumber.Cli.Emulating;

/// <summary>A card in a virtual reader, from the first look of the driver until the tool is stopped. The daemon may come and go meanwhile.</summary>
internal sealed class EmulationRun(LabCard card, VpcdAddress address, VerbContext context)
{
    /// <summary>What every run says on standard error.</summary>
    public const string Notice = "An emulated card of an invented person, under keys of the lab. (架空の人物の模擬カードです。鍵と証明書は実験用です。)";

    /// <summary>Runs it.</summary>
    /// <exception cref="OperationCanceledException">Stopped before the card was in the reader.</exception>
    public async Task<ExitCode> RunAsync(TimeProvider clock)
    {
        context.Report.Notice(Notice);
        VirtualReader reader = new(address, clock);
        reader.Insert(card.Card);
        ReaderWatch watch = new(reader, context, clock, Tell);
        using CancellationTokenSource end = CancellationTokenSource.CreateLinkedTokenSource(context.Cancellation);
        Task serving = reader.RunAsync(end.Token);
        Task watching = watch.RunAsync(end.Token);
        try
        {
            // A watch that cannot tell ends the run.
            await (await Task.WhenAny(watching, serving).ConfigureAwait(false)).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (watch.WasIn)
        {
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await serving.ConfigureAwait(false);
            await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _ = reader.Remove();
        }

        return watch.WasIn ? ExitCode.Done : throw new OperationCanceledException(context.Cancellation);
    }

    private string Ocsp => card.OcspAddress is { } ocsp
        ? $"OCSP {ocsp}"
        : context.Language.Pick("no OCSP (the authority of a saved card ended with the run that made it)", "OCSPなし (保存されたカードの認証局は、作成した実行とともに終わっています)");

    private void Tell()
    {
        context.Report.Answer(context.Language.Pick(
            $"Card in the reader at {address}: {card.Card.Profile.Name}; {Ocsp}", $"リーダー {address} にカードを入れました: {card.Card.Profile.Name}; {Ocsp}"), writer =>
        {
            writer.WriteString("vpcd", address.ToString());
            writer.WriteString("profile", card.Card.Profile.Name);
            writer.WriteString("ocsp", card.OcspAddress?.ToString());
        });
        context.Report.Flush();
    }
}
