using Microsoft.Extensions.Hosting;

namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>Lets the host end only when it is disposed; the default one would take Ctrl+C away from the program around it.</summary>
internal sealed class DetachedLifetime : IHostLifetime
{
    /// <inheritdoc/>
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
