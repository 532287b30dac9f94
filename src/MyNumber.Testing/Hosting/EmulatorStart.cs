using Microsoft.Extensions.Hosting;

namespace MyNumber.Testing.Hosting;

/// <summary>Makes the emulator when the host starts, so that a refusal is told then and not at the first request.</summary>
internal sealed class EmulatorStart : IHostedService
{
    public EmulatorStart(JpkiEmulator emulator) => _ = emulator;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
