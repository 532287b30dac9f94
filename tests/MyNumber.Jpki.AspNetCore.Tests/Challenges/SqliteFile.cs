using System.Data.Common;
using MyNumber.IssuingHost;
using MyNumber.Jpki.Services.Storage;
using MyNumber.Numbering.Storage;
using MyNumber.TestKit;

namespace MyNumber.Jpki.AspNetCore.Tests.Challenges;

/// <summary>A database in a file that several servers open, gone when disposed of.</summary>
internal sealed class SqliteFile : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<DbDataSource> _sources = [];

    /// <summary>A database with the table of challenges.</summary>
    public static async Task<SqliteFile> WithTableAsync()
    {
        SqliteFile file = new();
        await file.Store().CreateTablesAsync();
        return file;
    }

    /// <summary>A store with connections of its own, as another server has them.</summary>
    public SqlChallengeStore Store() => new(Open(), SqlDialect.Sqlite);

    public DbDataSource Open()
    {
        _sources.Add(Databases.Open("sqlite", $"Data Source={Path.Combine(_folder.Path, "challenges.db")};Pooling=false"));
        return _sources[^1];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (DbDataSource source in _sources)
        {
            await source.DisposeAsync();
        }

        _folder.Dispose();
    }
}
