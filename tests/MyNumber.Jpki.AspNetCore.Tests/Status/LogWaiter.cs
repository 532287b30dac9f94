using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace MyNumber.Jpki.AspNetCore.Tests.Status;

/// <summary>Lets a test wait until an event was logged so many times.</summary>
internal sealed class LogWaiter : ILoggerProvider, ILogger
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<int, int> _counts = [];
    private readonly List<(int Id, int Count, TaskCompletionSource Done)> _waits = [];

    public Task WaitAsync(int id, int count = 1)
    {
        lock (_gate)
        {
            TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
            if (_counts.GetValueOrDefault(id) >= count)
            {
                done.SetResult();
            }

            _waits.Add((id, count, done));
            return done.Task.WaitAsync(TimeSpan.FromSeconds(60));
        }
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_gate)
        {
            int count = _counts.AddOrUpdate(eventId.Id, 1, (_, old) => old + 1);
            foreach ((int id, int wanted, TaskCompletionSource done) in _waits)
            {
                if (id == eventId.Id && count >= wanted)
                {
                    done.TrySetResult();
                }
            }
        }
    }
}
