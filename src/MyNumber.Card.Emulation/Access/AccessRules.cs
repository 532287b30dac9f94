namespace MyNumber.Card.Emulation.Access;

/// <summary>The rules of one file, one per operation; what is not named stays <see cref="AccessRule.Never"/>.</summary>
internal readonly struct AccessRules
{
    public AccessRule Read { get; init; }

    public AccessRule Verify { get; init; }

    public AccessRule Change { get; init; }

    public AccessRule Sign { get; init; }

    public AccessRule ChangeKey { get; init; }

    public AccessRule Authenticate { get; init; }

    public AccessRule Update { get; init; }

    /// <summary>The rule for an operation; an operation that this table does not know is never allowed.</summary>
    public AccessRule this[CardOperation operation] => operation switch
    {
        CardOperation.Read => Read,
        CardOperation.Verify => Verify,
        CardOperation.Change => Change,
        CardOperation.Sign => Sign,
        CardOperation.ChangeKey => ChangeKey,
        CardOperation.Authenticate => Authenticate,
        CardOperation.Update => Update,
        _ => AccessRule.Never,
    };
}
