using System.Data;
using System.Security.Cryptography;
using MyNumber.Numbering.Issuing.Codes;

namespace MyNumber.Numbering.Issuing.Storage.Codes;

/// <summary>One municipality's pool within a transaction: numbered places, the drawn ones first, in the order of drawing (a shuffle of Fisher and Yates that is taken up where it was left).</summary>
internal static class CodePool
{
    private const int MostPlaces = 200;

    private static readonly SqlColumn<(int Municipality, long Place, long Code)>[] _placeColumns =
    [
        new("municipality", DbType.Int32, row => row.Municipality), new("place", DbType.Int64, row => row.Place), new("code", DbType.Int64, row => row.Code),
    ];

    private static readonly SqlColumn<(Guid Request, int Municipality, long Code)>[] _drawColumns =
    [
        new("request", DbType.Guid, row => row.Request), new("municipality", DbType.Int32, row => row.Municipality), new("code", DbType.Int64, row => row.Code),
    ];

    /// <summary>Puts codes that nobody else has behind the last place.</summary>
    public static async ValueTask AppendAsync(SqlSession session, LocalGovernmentCode municipality, long[] codes, CancellationToken cancellationToken)
    {
        SqlText text = session.Text;
        await session.ExecuteAsync(
            $"insert into code_pool (municipality, allotted, drawn) values ({text.Mark(0)}, 0, 0) on conflict do nothing", [(DbType.Int32, municipality.Value)], cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(
            $"update code_pool set allotted = allotted + {text.Mark(0)} where municipality = {text.Mark(1)}",
            [(DbType.Int64, (long)codes.Length), (DbType.Int32, municipality.Value)],
            cancellationToken).ConfigureAwait(false);
        (long allotted, _) = await StandAsync(session, municipality, cancellationToken).ConfigureAwait(false);
        (int, long, long)[] rows = [.. codes.Select((code, index) => (municipality.Value, allotted - codes.Length + index, code))];
        await InsertAsync(session, "code_place", _placeColumns, rows, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Draws for requests that were not answered, as far as codes are left.</summary>
    /// <returns>The code of each request that has one now.</returns>
    public static async ValueTask<Dictionary<Guid, long>> DrawAsync(
        SqlSession session, LocalGovernmentCode municipality, Guid[] requests, RandomNumberGenerator random, CancellationToken cancellationToken)
    {
        if (!await LockAsync(session, municipality, cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        Dictionary<Guid, long> answers = await AnswersAsync(session, municipality, requests, cancellationToken).ConfigureAwait(false);
        (long allotted, long drawn) = await StandAsync(session, municipality, cancellationToken).ConfigureAwait(false);
        Guid[] open = [.. requests.Where(request => !answers.ContainsKey(request)).Take((int)Math.Min(allotted - drawn, requests.Length))];
        if (open.Length > 0)
        {
            long[] codes = await ShuffleAsync(session, municipality, drawn, allotted, open.Length, random, cancellationToken).ConfigureAwait(false);
            (Guid, int, long)[] draws = [.. open.Zip(codes, (request, code) => (request, municipality.Value, code))];
            await InsertAsync(session, "code_draw", _drawColumns, draws, cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync(
                $"update code_pool set drawn = drawn + {session.Text.Mark(0)} where municipality = {session.Text.Mark(1)}",
                [(DbType.Int64, (long)open.Length), (DbType.Int32, municipality.Value)],
                cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < open.Length; i++)
            {
                answers.Add(open[i], codes[i]);
            }
        }

        return answers;
    }

    /// <summary>Takes the pool's row until the end of the transaction; writing nothing new is enough for that in every database.</summary>
    private static async ValueTask<bool> LockAsync(SqlSession session, LocalGovernmentCode municipality, CancellationToken cancellationToken) => await session.ExecuteAsync(
        $"update code_pool set drawn = drawn where municipality = {session.Text.Mark(0)}", [(DbType.Int32, municipality.Value)], cancellationToken).ConfigureAwait(false) == 1;

    private static async ValueTask<(long Allotted, long Drawn)> StandAsync(SqlSession session, LocalGovernmentCode municipality, CancellationToken cancellationToken) =>
        (await session.QueryAsync(
            $"select allotted, drawn from code_pool where municipality = {session.Text.Mark(0)}",
            [(DbType.Int32, municipality.Value)],
            reader => (reader.GetInt64(0), reader.GetInt64(1)),
            cancellationToken).ConfigureAwait(false))[0];

    private static async ValueTask<Dictionary<Guid, long>> AnswersAsync(
        SqlSession session, LocalGovernmentCode municipality, Guid[] requests, CancellationToken cancellationToken)
    {
        Dictionary<Guid, long> answers = [];
        foreach (Guid[] some in requests.Chunk(session.Text.KeysPerQuery))
        {
            foreach ((Guid request, long code) in await session.QueryAsync(
                $"select request, code from code_draw where municipality = {session.Text.Mark(0)} and request in ({session.Text.Marks(1, some.Length)})",
                [(DbType.Int32, municipality.Value), .. some.Select(request => (DbType.Guid, (object)request))],
                reader => (reader.GetGuid(0), reader.GetInt64(1)),
                cancellationToken).ConfigureAwait(false))
            {
                answers.Add(request, code);
            }
        }

        return answers;
    }

    /// <summary>Swaps each of the next places with one of those that are left.</summary>
    private static async ValueTask<long[]> ShuffleAsync(
        SqlSession session, LocalGovernmentCode municipality, long drawn, long allotted, int count, RandomNumberGenerator random, CancellationToken cancellationToken)
    {
        long[] next = [.. Enumerable.Range(0, count).Select(index => drawn + index)];
        long[] chosen = [.. next.Select(place => place + RandomDraw.Below(random, allotted - place))];
        SortedDictionary<long, long> places = await PlacesAsync(session, municipality, [.. next, .. chosen], cancellationToken).ConfigureAwait(false);
        for (int i = 0; i < count; i++)
        {
            (places[next[i]], places[chosen[i]]) = (places[chosen[i]], places[next[i]]);
        }

        foreach (KeyValuePair<long, long>[] some in places.Chunk(Math.Clamp(session.Text.KeysPerQuery / 2, 1, MostPlaces)))
        {
            await MoveAsync(session, municipality, some, cancellationToken).ConfigureAwait(false);
        }

        return [.. next.Select(place => places[place])];
    }

    private static async ValueTask<SortedDictionary<long, long>> PlacesAsync(
        SqlSession session, LocalGovernmentCode municipality, HashSet<long> wanted, CancellationToken cancellationToken)
    {
        SortedDictionary<long, long> places = [];
        foreach (long[] some in wanted.Chunk(session.Text.KeysPerQuery))
        {
            foreach ((long place, long code) in await session.QueryAsync(
                $"select place, code from code_place where municipality = {session.Text.Mark(0)} and place in ({session.Text.Marks(1, some.Length)})",
                [(DbType.Int32, municipality.Value), .. some.Select(place => (DbType.Int64, (object)place))],
                reader => (reader.GetInt64(0), reader.GetInt64(1)),
                cancellationToken).ConfigureAwait(false))
            {
                places.Add(place, code);
            }
        }

        return places.Count == wanted.Count ? places : throw new InvalidOperationException("Places of the pool are missing: rows were deleted.");
    }

    private static async ValueTask MoveAsync(
        SqlSession session, LocalGovernmentCode municipality, KeyValuePair<long, long>[] places, CancellationToken cancellationToken)
    {
        SqlText text = session.Text;
        IEnumerable<int> pairs = Enumerable.Range(0, places.Length).Select(index => 1 + (2 * index));
        string cases = string.Concat(pairs.Select(at => $" when {text.Mark(at)} then {text.Mark(at + 1)}"));
        string keys = string.Join(", ", pairs.Select(text.Mark));
        await session.ExecuteAsync(
            $"update code_place set code = case place{cases} end where municipality = {text.Mark(0)} and place in ({keys})",
            [(DbType.Int32, municipality.Value), .. places.SelectMany(place => new[] { (DbType.Int64, (object)place.Key), (DbType.Int64, (object)place.Value) })],
            cancellationToken).ConfigureAwait(false);
    }

    private static async ValueTask InsertAsync<TRow>(SqlSession session, string table, SqlColumn<TRow>[] columns, TRow[] rows, CancellationToken cancellationToken)
    {
        if (!await RowWriter.InsertAllAsync(session, table, columns, rows, cancellationToken).ConfigureAwait(false))
        {
            throw new InvalidOperationException("A row of the pool is there already although the pool was locked: rows were written by another hand.");
        }
    }
}
