using System.Diagnostics;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace MyNumber.Architecture.Tests.Documents;

/// <summary>A program of a page that runs its host to the end, on a thread of its own; the host tells of itself by the platform's event, as tools find it.</summary>
internal sealed class StartedProgram : IAsyncDisposable, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<StartedProgram?> Mine = new();
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TaskCompletionSource<IHost> _host = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task _running = Task.CompletedTask;

    private StartedProgram()
    {
    }

    public Uri Address { get; private set; } = null!;

    public static async Task<StartedProgram> StartAsync(Action<string[]> program, params string[] arguments)
    {
        StartedProgram started = new();
        using IDisposable listening = DiagnosticListener.AllListeners.Subscribe(started);
        started._running = Task.Factory.StartNew(() => started.Run(program, arguments), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Task first = await Task.WhenAny(started._host.Task, started._running).WaitAsync(Patience);
        await first;
        IHost host = await started._host.Task.WaitAsync(Patience);
        TaskCompletionSource listens = new(TaskCreationOptions.RunContinuationsAsynchronously);
        using CancellationTokenRegistration registration = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.Register(listens.SetResult);
        await await Task.WhenAny(listens.Task, started._running).WaitAsync(Patience);
        started.Address = new Uri(host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        return started;
    }

    public async ValueTask DisposeAsync()
    {
        (await _host.Task).Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await _running.WaitAsync(Patience);
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.Extensions.Hosting")
        {
            value.Subscribe(this);
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: "HostBuilt", Value: IHost host } && Mine.Value == this)
        {
            _host.TrySetResult(host);
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }

    private void Run(Action<string[]> program, string[] arguments)
    {
        Mine.Value = this;
        program(arguments);
    }
}
