namespace StatusWatch;

/// <summary>What the bank does with an account.</summary>
internal enum BankAct
{
    /// <summary>Nothing is known for sure: nothing is changed, and it is asked again (あとで).</summary>
    Later = 0,

    /// <summary>All goes on (継続).</summary>
    Continue,

    /// <summary>The customer is asked for the new certificate (新しい証明書を求める).</summary>
    AskForNewCertificate,

    /// <summary>Transactions stop until somebody has spoken with the customer (止める).</summary>
    Stop,
}
