namespace MyNumber.Jpki.Authority.Publishing;

/// <summary>At which instant a CRL is taken.</summary>
public enum CrlSnapshot
{
    /// <summary>The last hour of publication (<see cref="CrlScheduleOptions.Hour"/>), midnight in Japan unless told otherwise: the daily list. What happened since is not in it.</summary>
    Midnight,

    /// <summary>Now: a list out of turn.</summary>
    Now,
}
