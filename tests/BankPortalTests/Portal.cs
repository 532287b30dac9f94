using BankPortal;
using BankPortal.Lab;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MyNumber.Testing;
using MyNumber.Testing.Hosting;

namespace BankPortalTests;

/// <summary>The site in this process, with the emulated environment and a clock to move.</summary>
internal sealed class Portal : IAsyncDisposable
{
    public const string Origin = "https://bank.localhost", AgentOrigin = "http://127.0.0.1:36200";

    private const int FewPersons = 4;

    private readonly WebApplication _app;

    private Portal(WebApplication app, ManualTimeProvider clock, LogSink log)
    {
        _app = app;
        Clock = clock;
        Log = log;
    }

    public ManualTimeProvider Clock { get; }

    public LogSink Log { get; }

    public LabBench Lab => Get<LabBench>();

    public LabHolder Person(int number = 0) => Lab.People[number];

    /// <param name="environment">The host's environment.</param>
    /// <param name="adjust">Changes services.</param>
    /// <param name="hasEverybody">Whether all invented people have a card; otherwise a few, so that each test starts sooner.</param>
    public static async Task<Portal> StartAsync(string environment = "Development", Action<IServiceCollection>? adjust = null, bool hasEverybody = false)
    {
        ManualTimeProvider clock = new(new DateTimeOffset(2026, 11, 10, 1, 0, 0, TimeSpan.Zero));
        LogSink log = new();
        WebApplication app = PortalHost.Build(new PortalSettings { NamedOrigin = Origin, EnvironmentName = environment }, builder =>
        {
            builder.WebHost.UseTestServer(server => server.BaseAddress = new Uri(Origin));
            if (!hasEverybody)
            {
                builder.Services.Configure<EmulatorOptions>(options => options.Persons = FewPersons);
            }

            builder.Services.AddSingleton<TimeProvider>(clock).AddSingleton<IStartupFilter, ClientAddresses>();
            adjust?.Invoke(builder.Services);
            builder.Logging.ClearProviders().AddProvider(log);
            builder.Services.Configure<LoggerFilterOptions>(options =>
            {
                options.MinLevel = LogLevel.Trace;
                options.Rules.Clear();
            });
        });
        await app.StartAsync();
        return new Portal(app, clock, log);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>A browser that has never been anywhere.</summary>
    /// <param name="address">Where its connections come from.</param>
    public Browser Open(string? address = null) => new(_app.GetTestServer(), address);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
