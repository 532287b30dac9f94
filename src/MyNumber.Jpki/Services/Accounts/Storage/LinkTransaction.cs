using System.Data;
using MyNumber.Jpki.Certificates;

namespace MyNumber.Jpki.Services.Accounts.Storage;

/// <summary>One change of an account's link inside a transaction, decided by what the statements touched.</summary>
/// <remarks>The row of the account's history is taken first: changes of one account follow one another. Of two accounts the unique key over certificates lets one pass.</remarks>
internal sealed class LinkTransaction(SqlSession session, AccountLinkChange change, CancellationToken cancellationToken)
{
    private static readonly SqlColumn<(AccountLinkEvent Line, string Account, long Number)>[] Columns =
    [
        new("account", DbType.String, row => row.Account),
        new("line", DbType.Int64, row => row.Number),
        new("purpose", DbType.Int16, row => (short)row.Line.Purpose),
        new("identity", DbType.Binary, row => IdentityBytes.Of(row.Line.Identity)),
        new("begins", DbType.Int16, row => (short)(row.Line.Begins ? 1 : 0)),
        new("cause", DbType.Int16, row => (short)row.Line.Cause),
        new("made_at", DbType.Int64, row => SqlTime.Of(row.Line.At)),
    ];

    private readonly (DbType, object) _account = (DbType.String, change.Account), _purpose = (DbType.Int16, (short)change.Purpose);
    private readonly (DbType, object) _from = (DbType.Binary, IdentityBytes.OrNull(change.From)), _to = (DbType.Binary, IdentityBytes.OrNull(change.To));

    /// <summary>Makes the change; whether it is to be committed.</summary>
    public async ValueTask<(bool Commits, AccountLinkOutcome Outcome)> RunAsync()
    {
        long lines = await TakeHistoryAsync().ConfigureAwait(false);
        if (change.YieldsToEnd && await IsEndedOnPurposeAsync().ConfigureAwait(false))
        {
            return (false, AccountLinkOutcome.EndedOnPurpose);
        }

        CertificateIdentity now = await NowAsync().ConfigureAwait(false);
        if (!change.To.IsEmpty && !await TakeCertificateAsync().ConfigureAwait(false))
        {
            return (false, await RefusalAsync(now).ConfigureAwait(false));
        }

        if (now != change.From)
        {
            return (false, now.IsEmpty ? AccountLinkOutcome.NoLink : AccountLinkOutcome.AccountHasAnother);
        }

        await MoveAsync().ConfigureAwait(false);
        await WriteHistoryAsync(lines).ConfigureAwait(false);
        return (true, change.To.IsEmpty ? AccountLinkOutcome.Ended : AccountLinkOutcome.Linked);
    }

    private async ValueTask<long> TakeHistoryAsync()
    {
        SqlText text = session.Text;
        await session.ExecuteAsync(
            $"insert into account_history (account, lines) values ({text.Mark(0)}, 0) on conflict (account) do update set lines = account_history.lines", [_account], cancellationToken).ConfigureAwait(false);
        List<long> lines = await session.QueryAsync($"select lines from account_history where account = {text.Mark(0)}", [_account], reader => reader.GetInt64(0), cancellationToken).ConfigureAwait(false);
        return lines[0];
    }

    // The row of the history is held, so no line comes behind the one that is read.
    private async ValueTask<bool> IsEndedOnPurposeAsync()
    {
        SqlText text = session.Text;
        List<AccountLinkEvent> lines = change.To.IsEmpty ? [] : await session.QueryAsync(
            $"select begins, cause from account_event where account = {text.Mark(0)} and purpose = {text.Mark(1)} and identity = {text.Mark(2)} order by line desc limit 1",
            [_account, _purpose, _to],
            reader => new AccountLinkEvent(change.Purpose, change.To, reader.GetInt16(0) != 0, (AccountLinkCause)reader.GetInt16(1), change.At),
            cancellationToken).ConfigureAwait(false);
        return lines is [{ IsEndOnPurpose: true }];
    }

    private async ValueTask<CertificateIdentity> NowAsync()
    {
        SqlText text = session.Text;
        List<CertificateIdentity> found = await session.QueryAsync(
            $"select identity from account_link where account = {text.Mark(0)} and purpose = {text.Mark(1)}", [_account, _purpose], reader => IdentityBytes.Read(reader, 0), cancellationToken).ConfigureAwait(false);
        return found.Count == 0 ? default : found[0];
    }

    private async ValueTask<bool> TakeCertificateAsync() =>
        await session.ExecuteAsync(
            $"insert into account_certificate (identity, account, purpose) values ({session.Text.Marks(0, 3)}) on conflict do nothing", [_to, _account, _purpose], cancellationToken).ConfigureAwait(false) == 1;

    // Another account may have let go of the certificate since: it had it when this change was tried.
    private async ValueTask<AccountLinkOutcome> RefusalAsync(CertificateIdentity now)
    {
        List<string> holders = await session.QueryAsync(
            $"select account from account_certificate where identity = {session.Text.Mark(0)}", [_to], reader => reader.GetString(0), cancellationToken).ConfigureAwait(false);
        return holders.Count == 0 || holders[0] != change.Account ? AccountLinkOutcome.OtherAccountHasIt
            : now == change.To ? AccountLinkOutcome.AlreadyLinked
            : AccountLinkOutcome.AccountHasAnother;
    }

    private async ValueTask MoveAsync()
    {
        SqlText text = session.Text;
        if (!change.From.IsEmpty)
        {
            await session.ExecuteAsync($"delete from account_link where account = {text.Mark(0)} and purpose = {text.Mark(1)}", [_account, _purpose], cancellationToken).ConfigureAwait(false);
            await session.ExecuteAsync($"delete from account_certificate where identity = {text.Mark(0)}", [_from], cancellationToken).ConfigureAwait(false);
        }

        if (!change.To.IsEmpty)
        {
            await session.ExecuteAsync($"insert into account_link (account, purpose, identity) values ({text.Marks(0, 3)})", [_account, _purpose, _to], cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask WriteHistoryAsync(long lines)
    {
        List<(AccountLinkEvent, string, long)> rows = [];
        if (!change.From.IsEmpty)
        {
            rows.Add((new AccountLinkEvent(change.Purpose, change.From, begins: false, change.Cause, change.At), change.Account, lines));
        }

        if (!change.To.IsEmpty)
        {
            rows.Add((new AccountLinkEvent(change.Purpose, change.To, begins: true, change.Cause, change.At), change.Account, lines + rows.Count));
        }

        await RowWriter.InsertAllAsync(session, "account_event", Columns, [.. rows], cancellationToken).ConfigureAwait(false);
        await session.ExecuteAsync(
            $"update account_history set lines = {session.Text.Mark(0)} where account = {session.Text.Mark(1)}", [(DbType.Int64, lines + rows.Count), _account], cancellationToken).ConfigureAwait(false);
    }
}
