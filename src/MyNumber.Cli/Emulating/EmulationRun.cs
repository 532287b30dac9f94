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
        Task serving = reader.RunAsync(context.Cancellation);
        try
        {
            Task attached = reader.WaitForAttachedAsync(cancellationToken: context.Cancellation);
            Task first = await Task.WhenAny(attached, serving).ConfigureAwait(false);
            await first.ConfigureAwait(false);
            context.Cancellation.ThrowIfCancellationRequested();
            Tell();
        }
        finally
        {
            await serving.ConfigureAwait(false);
            _ = reader.Remove();
        }

        return ExitCode.Done;
    }

    private string Ocsp => card.OcspAddress?.ToString() ?? "-";

    private void Tell()
    {
        context.Report.Answer(context.Language.Pick(
            $"Card in the reader at {address}: {card.Card.Profile.Name}; OCSP {Ocsp}", $"リーダー {address} にカードを入れました: {card.Card.Profile.Name}; OCSP {Ocsp}"), writer =>
        {
            writer.WriteString("vpcd", address.ToString());
            writer.WriteString("profile", card.Card.Profile.Name);
            writer.WriteString("ocsp", card.OcspAddress?.ToString());
        });
        context.Report.Flush();
    }
}
